package cn.diming.api.problem;

import cn.diming.api.generated.model.FieldProblem;
import cn.diming.api.generated.model.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Makes problem details, and writes them where Spring MVC is not at hand. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.shared();

    static Problem of(ProblemType type) {
        return of(type, type.usualDetail());
    }

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status()).detail(detail);
    }

    static Problem ofFields(ProblemType type, List<FieldProblem> fields) {
        String detail = String.join(
                "；",
                fields.stream()
                        .map(field -> field.getField() + " " + field.getMessage())
                        .toList());
        return of(type, detail + "。").fields(fields);
    }

    /** Something of ours or of the machine's broke: the client gets a number, the log the reason under that number. */
    static Problem incident(ProblemType type, HttpServletRequest request, Throwable cause) {
        String number = newIncident();
        if (type == ProblemType.UNAVAILABLE) {
            LOG.warn("incident {}: {} {}: {}", number, request.getMethod(), request.getRequestURI(), cause.toString());
        } else {
            LOG.error("incident {}: {} {}", number, request.getMethod(), request.getRequestURI(), cause);
        }
        return of(type).instance("urn:diming:incident:" + number);
    }

    /** Answers with the usual problem of this type. */
    public static void write(HttpServletResponse response, ProblemType type) throws IOException {
        write(response, of(type));
    }

    public static void write(HttpServletResponse response, ProblemType type, String detail) throws IOException {
        write(response, of(type, detail));
    }

    /** Answers with an incident number, under which the log has the cause. */
    public static void writeIncident(
            HttpServletRequest request, HttpServletResponse response, ProblemType type, Throwable cause)
            throws IOException {
        write(response, incident(type, request, cause));
    }

    private static void write(HttpServletResponse response, Problem problem) throws IOException {
        byte[] body = toJson(problem);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static byte[] toJson(Problem problem) {
        return JSON.writeValueAsBytes(problem);
    }

    private static String newIncident() {
        byte[] bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Problems() {}
}
