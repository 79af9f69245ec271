package cn.diming.core.boundary;

import cn.diming.core.region.DivisionCode;

/**
 * Land of one side that lies inside the other (飞地), as the agreement lists it (Art. 11).
 *
 * @param owner whose it is
 * @param host in which it lies
 */
public record Enclave(DivisionCode owner, DivisionCode host, String name) {

    public Enclave {
        if (owner.equals(host)) {
            throw new IllegalArgumentException("飞地所属与所在的区划相同：" + owner);
        }
    }
}
