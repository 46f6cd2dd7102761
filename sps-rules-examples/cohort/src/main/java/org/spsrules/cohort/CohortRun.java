package org.spsrules.cohort;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Evaluates lines on several threads and writes what comes of them in the order of the input. One thread reads and writes; few
 * portions are under way at a time, so the memory that this takes does not grow with the input.
 */
final class CohortRun {

    private static final int LINES_IN_PORTION = 32;
    private static final int PORTIONS_AHEAD = 4;
    private static final int PORTIONS_BETWEEN_CHECKPOINTS = 16;

    private final Function<InputLine, List<Answer>> evaluation;
    private final int threads;
    private final IntConsumer linesDone;

    /**
     * A run.
     *
     * @param evaluation what comes of a line, asked by several threads
     * @param linesDone is told of lines that are done
     */
    CohortRun(Function<InputLine, List<Answer>> evaluation, int threads, IntConsumer linesDone) {
        this.evaluation = evaluation;
        this.threads = threads;
        this.linesDone = linesDone;
    }

    /** Evaluates all that is left of the input. */
    void of(InputLines input, ResultFolder folder) throws IOException, InterruptedException {
        folder.reached().ifPresent(input::skipTo);
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            evaluate(input, folder, workers);
        } finally {
            workers.shutdownNow();
        }
    }

    private void evaluate(InputLines input, ResultFolder folder, ExecutorService workers)
            throws IOException, InterruptedException {
        Deque<Portion> ahead = new ArrayDeque<>();
        int sinceCheckpoint = 0;
        while (true) {
            while (ahead.size() < threads * PORTIONS_AHEAD) {
                List<InputLine> lines = input.next(LINES_IN_PORTION);
                if (lines.isEmpty()) {
                    break;
                }
                ahead.add(new Portion(lines.size(), input.place(), workers.submit(() -> answers(lines))));
            }
            Portion first = ahead.poll();
            if (first == null) {
                return;
            }
            for (Answer answer : first.awaited()) {
                folder.add(answer);
            }
            linesDone.accept(first.lines());
            sinceCheckpoint++;
            if (sinceCheckpoint == PORTIONS_BETWEEN_CHECKPOINTS || ahead.isEmpty()) {
                folder.commit(first.end());
                sinceCheckpoint = 0;
            }
        }
    }

    private List<Answer> answers(List<InputLine> lines) {
        return lines.stream().flatMap(line -> evaluation.apply(line).stream()).toList();
    }

    /** Lines that are evaluated together. */
    private record Portion(int lines, InputLines.Place end, Future<List<Answer>> answers) {

        private List<Answer> awaited() throws InterruptedException {
            try {
                return answers.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
