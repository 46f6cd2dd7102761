package org.spsrules.spark;

import java.io.Serializable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The components of a record as columns. Spark makes columns of beans, and not of records. */
final class RecordColumns<T extends Record> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    RecordColumns(Class<T> type) {
        this.type = type;
    }

    StructType schema() {
        return schema(type);
    }

    Row row(T record) {
        return rowOf(record);
    }

    private static StructType schema(Class<?> type) {
        StructType schema = new StructType();
        for (RecordComponent component : type.getRecordComponents()) {
            schema = schema.add(component.getName(), column(component.getGenericType()));
        }
        return schema;
    }

    private static DataType column(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return DataTypes.createArrayType(column(list.getActualTypeArguments()[0]), false);
        }
        if (type instanceof Class<?> known && known.isRecord()) {
            return schema(known);
        }
        if (type == boolean.class) {
            return DataTypes.BooleanType;
        }
        if (type == int.class) {
            return DataTypes.IntegerType;
        }
        if (type == LocalDate.class) {
            return DataTypes.DateType;
        }
        if (type == String.class || type instanceof Class<?> known && known.isEnum()) {
            return DataTypes.StringType;
        }
        throw new IllegalStateException("no column for " + type.getTypeName());
    }

    private static Row rowOf(Record record) {
        return RowFactory.create(Stream.of(record.getClass().getRecordComponents())
                .map(component -> cell(value(component, record)))
                .toArray());
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return CollectionConverters.asScala(
                            list.stream().map(RecordColumns::cell).toList())
                    .toSeq();
        }
        if (value instanceof Record record) {
            return rowOf(record);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
