package cn.diming.api.security;

import cn.diming.api.problem.ProblemType;
import cn.diming.api.problem.Problems;
import cn.diming.core.db.DbException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sessions and accounts are read before any controller is reached; this tells clients when the database is away then. */
@Component
@Order(Integer.MIN_VALUE + 10)
final class DatabaseGuard extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
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
