package cn.diming.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the servlet container sends what failed outside of Spring MVC. */
@Controller
final class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemType type = ProblemType.of(status instanceof Integer code ? code : 404);
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (type.status() >= 500) {
            Throwable reason =
                    cause instanceof Throwable thrown ? thrown : new IllegalStateException("status " + status);
            Problems.writeIncident(request, response, type, reason);
        } else {
            Problems.write(response, type);
        }
    }
}
