package cn.diming.api.security;

import cn.diming.api.problem.ProblemType;
import cn.diming.api.problem.Problems;
import cn.diming.core.db.DbException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sessions and accounts are read, and parameters decoded, before any controller is reached; this tells clients what went
 * wrong there.
 */
@Component
@Order(Integer.MIN_VALUE + 10)
final class FilterGuard extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException undecodable) {
            if (response.isCommitted()) {
                throw undecodable;
            }
            Problems.write(response, ProblemType.BAD_REQUEST, "参数不是合法的 UTF-8 百分号编码。");
        } catch (DataAccessException | TransactionException | DbException away) {
            if (response.isCommitted()) {
                throw away;
            }
            response.reset();
            response.setHeader("Retry-After", "5");
            Problems.writeIncident(request, response, ProblemType.UNAVAILABLE, away);
        }
    }
}
