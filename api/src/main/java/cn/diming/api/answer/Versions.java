package cn.diming.api.answer;

import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Version numbers in the headers {@code ETag} and {@code If-Match}. */
public final class Versions {

    public static String toTag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a change is based on.
     *
     * @throws ProblemException 428 when the header is missing, 400 when it is no version of ours
     */
    public static int expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(ProblemType.VERSION_REQUIRED, "请在 If-Match 头中给出修改所依据的版本号。");
        }
        try {
            return Integer.parseInt(ifMatch, 1, ifMatch.length() - 1, 10);
        } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "If-Match 应为带引号的版本号。");
        }
    }

    private Versions() {}
}
