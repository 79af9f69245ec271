package cn.diming.core.shop;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which filings are meant.
 *
 * @param division division-code prefix; empty = all
 * @param text part of the name, or the whole phone of the shop
 * @param beforeId only smaller numbers: the last one of the page before
 */
public record FilingFilter(String division, Optional<FilingState> state, Optional<String> text, OptionalLong beforeId) {

    FilingFilter within(String prefix) {
        return new FilingFilter(prefix, state, text, beforeId);
    }
}
