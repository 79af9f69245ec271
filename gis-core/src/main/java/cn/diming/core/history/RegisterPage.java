package cn.diming.core.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of the register.
 *
 * @param total how many places fit; only on the first page
 * @param next where the next page begins; empty after the last
 */
public record RegisterPage(List<RegisterRow> rows, OptionalLong total, Optional<RegisterCursor> next) {}
