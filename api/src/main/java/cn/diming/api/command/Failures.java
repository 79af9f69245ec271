package cn.diming.api.command;

import cn.diming.core.access.Denied;
import cn.diming.core.geo.BadCoordinateException;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.dataimport.ImportCommand;
import cn.diming.dataimport.job.ImportRefused;
import cn.diming.dataimport.plan.PlanRefused;
import cn.diming.dataimport.source.SourceRefused;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one Chinese sentence and an exit code; a stack trace only when {@code DIMING_DEBUG} is set. */
final class Failures {

    /** Their messages are written for the person. */
    private static final List<Class<? extends RuntimeException>> SPOKEN = List.of(
            SourceRefused.class,
            PlanRefused.class,
            ImportRefused.class,
            Refused.class,
            Denied.class,
            NotFound.class,
            Stale.class,
            CommandRefused.class,
            BadCoordinateException.class,
            IllegalArgumentException.class);

    static int explainInput(ParameterException wrong, String[] arguments) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println("命令行有误：" + sentence(wrong));
        err.println("试试 " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ImportCommand.FAILED;
    }

    private static String sentence(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unknown -> "不认识 " + String.join(" ", unknown.getUnmatched());
            case MissingParameterException missing ->
                "缺少 " + missing.getMissing().stream().map(Failures::label).collect(Collectors.joining("、"));
            default -> String.valueOf(wrong.getMessage());
        };
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    static int explain(Exception failure, CommandLine line, ParseResult result) {
        PrintWriter err = line.getErr();
        err.println(sentence(failure));
        if (System.getenv("DIMING_DEBUG") != null) {
            failure.printStackTrace(err);
        }
        err.flush();
        return ImportCommand.FAILED;
    }

    private static String sentence(Exception failure) {
        if (SPOKEN.stream().anyMatch(kind -> kind.isInstance(failure)) && failure.getMessage() != null) {
            return failure.getMessage();
        }
        Optional<SQLException> database = causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
        return database.map(sql -> "数据库无法连接或出错：" + sql.getMessage())
                .orElse("出错了：" + failure.getMessage() + "（设置环境变量 DIMING_DEBUG=1 可看到详情）");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private Failures() {}
}
