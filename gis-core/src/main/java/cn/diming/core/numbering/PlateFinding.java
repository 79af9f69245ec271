package cn.diming.core.numbering;

import java.util.List;

/**
 * What a check found.
 *
 * @param plates ids of the plates concerned, the one to look at first
 * @param message in Chinese, with street and numbers
 */
public record PlateFinding(PlateRule rule, List<Long> plates, String message) {

    public PlateFinding {
        plates = List.copyOf(plates);
    }
}
