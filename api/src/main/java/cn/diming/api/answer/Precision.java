package cn.diming.api.answer;

import cn.diming.api.config.DimingProperties;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import org.springframework.stereotype.Component;

/** How many decimals of a degree somebody sees: staff all that are stored, the public as many as the settings say. */
@Component
public final class Precision {

    /** A millimetre. */
    private static final int STAFF_DECIMALS = 8;

    private final int publicDecimals;

    Precision(DimingProperties properties) {
        this.publicDecimals = properties.publicDecimals();
    }

    public int decimalsFor(Actor actor) {
        return AccessPolicy.allows(actor.role(), Action.READ_STAFF) ? STAFF_DECIMALS : publicDecimals;
    }
}
