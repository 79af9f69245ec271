package cn.diming.api.casework;

import cn.diming.api.answer.Precision;
import cn.diming.api.security.Limiter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** What keeps the public's side of cases within bounds: how often somebody asks, and how exactly he sees. */
@Component
record Guard(Limiter limiter, HttpServletRequest request, Precision precision) {}
