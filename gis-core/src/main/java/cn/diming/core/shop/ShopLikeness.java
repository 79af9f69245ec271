package cn.diming.core.shop;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A shop that may be the same one.
 *
 * @param shopId its record; empty for one that is only filed
 * @param filingId its filing, where it has one
 * @param how in what way it is alike, Chinese
 */
public record ShopLikeness(
        OptionalLong shopId,
        OptionalLong filingId,
        String name,
        String how,
        String address,
        OptionalDouble distanceMetres) {}
