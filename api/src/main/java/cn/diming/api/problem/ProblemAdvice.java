package cn.diming.api.problem;

import cn.diming.api.generated.model.Finding;
import cn.diming.api.generated.model.Problem;
import cn.diming.api.generated.model.Severity;
import cn.diming.core.access.Denied;
import cn.diming.core.account.LoginTaken;
import cn.diming.core.casework.NameRefused;
import cn.diming.core.db.DbException;
import cn.diming.core.geo.BadCoordinateException;
import cn.diming.core.record.BulkRefused;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.RowFault;
import cn.diming.core.record.Stale;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every exception of a controller into problem details. What an exception says is shown only when it is ours. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<Problem> denied(Denied denied) {
        ProblemType type = denied.signInHelps() ? ProblemType.UNAUTHENTICATED : ProblemType.DENIED;
        return answer(Problems.of(type, denied.getMessage() + "。"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> notFound(NotFound missing) {
        return answer(Problems.of(ProblemType.NOT_FOUND, missing.getMessage() + "。"));
    }

    /** Whoever followed a wrong link gets the page that says so; a program gets the problem. */
    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    Object noSuchAddress(HttpServletRequest request) {
        if (!isForReading(request)) {
            return answer(Problems.of(ProblemType.NOT_FOUND));
        }
        ModelAndView page = new ModelAndView("forward:/index.html");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    private static boolean isForReading(HttpServletRequest request) {
        String accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return request.getMethod().equals("GET")
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith("/api/");
    }

    @ExceptionHandler
    ResponseEntity<Problem> stale(Stale stale) {
        return answer(Problems.of(ProblemType.STALE, stale.getMessage() + "。"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> taken(LoginTaken taken) {
        return answer(Problems.of(ProblemType.CONFLICT, taken.getMessage() + "。")
                .fields(List.of(Faults.field("login", "已被使用"))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused) {
        List<Finding> findings = refused.faults().stream()
                .map(fault -> new Finding("FORM", Severity.ERROR, fault))
                .toList();
        return answer(
                Problems.of(ProblemType.REFUSED, refused.getMessage() + "。").findings(findings));
    }

    /** One field for each record, named by its number. */
    @ExceptionHandler
    ResponseEntity<Problem> bulk(BulkRefused refused) {
        ProblemType type = refused.isAll(RowFault.Kind.STALE)
                ? ProblemType.STALE
                : refused.isAll(RowFault.Kind.DENIED) ? ProblemType.DENIED : ProblemType.REFUSED;
        return answer(Problems.of(type, refused.getMessage() + "。")
                .fields(refused.faults().stream()
                        .map(fault -> Faults.field(Long.toString(fault.id()), fault.message()))
                        .toList()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> nameRefused(NameRefused refused) {
        return answer(Problems.of(ProblemType.REFUSED, String.valueOf(refused.getMessage()))
                .findings(Findings.of(refused.findings())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> badCoordinate(BadCoordinateException wrong) {
        return answer(Problems.of(ProblemType.BAD_REQUEST, wrong.getMessage() + "。"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> problem(ProblemException problem) {
        HttpHeaders headers = new HttpHeaders();
        problem.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, "" + wait.toSeconds()));
        return answer(Problems.of(problem.type(), String.valueOf(problem.getMessage())), headers);
    }

    @ExceptionHandler({
        DbException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class,
        UncategorizedDataAccessException.class
    })
    ResponseEntity<Problem> databaseAway(Exception away, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return answer(Problems.incident(ProblemType.UNAVAILABLE, request, away), headers);
    }

    /** The client is gone; there is nobody to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {}

    @ExceptionHandler
    ResponseEntity<Problem> other(Exception other, HttpServletRequest request) {
        Optional<Problem> fault = Faults.of(other);
        if (fault.isPresent()) {
            return answer(fault.get(), headersOf(other));
        }
        return answer(Problems.incident(ProblemType.BROKEN, request, other));
    }

    /** Allow, Accept and their like, which the protocol asks for. */
    private static HttpHeaders headersOf(Exception fault) {
        HttpHeaders headers = new HttpHeaders();
        switch (fault) {
            case HttpRequestMethodNotSupportedException method -> headers.putAll(method.getHeaders());
            case HttpMediaTypeException media -> headers.putAll(((ErrorResponse) media).getHeaders());
            default -> {}
        }
        return headers;
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return answer(problem, new HttpHeaders());
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
