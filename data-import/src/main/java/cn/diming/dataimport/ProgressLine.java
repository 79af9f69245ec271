package cn.diming.dataimport;

import cn.diming.dataimport.job.ImportProgress;
import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The bar with rate and time left on standard error; nothing where that is not a terminal. */
final class ProgressLine implements ImportProgress, AutoCloseable {

    private static final int EVERY = 200;

    private final Optional<ProgressBar> bar;

    private ProgressLine(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    static ProgressLine start(String task, OptionalLong rows, boolean quiet) {
        if (quiet || !isTerminal()) {
            return new ProgressLine(Optional.empty());
        }
        return new ProgressLine(Optional.of(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(rows.orElse(-1)) // -1: the bar shows the rate only
                .setUnit(" 行", 1)
                .showSpeed()
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .build()));
    }

    private static boolean isTerminal() {
        return System.console() != null && System.getenv("TERM") != null;
    }

    @Override
    public void reached(long rows) {
        if (rows % EVERY == 0) {
            bar.ifPresent(b -> b.stepTo(rows));
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
