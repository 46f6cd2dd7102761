package org.spsrules.cohort;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.io.FileSystemOutputFile;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Results as rows of a Parquet file, with the columns of {@link Result}. */
final class ParquetRows implements SummaryFiles.Rows {

    private final CarpetWriter<Result> writer;

    ParquetRows(Path file) throws IOException {
        writer = new CarpetWriter.Builder<>(new FileSystemOutputFile(file.toFile()), Result.class)
                .withCompressionCodec(CompressionCodecName.GZIP)
                .build();
    }

    @Override
    public void add(Result result) throws IOException {
        writer.write(result);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
