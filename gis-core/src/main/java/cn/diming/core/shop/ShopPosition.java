package cn.diming.core.shop;

import cn.diming.core.collect.PositionSource;
import cn.diming.core.geo.LonLat;
import java.util.OptionalDouble;

/**
 * Where the door of a shop is.
 *
 * @param at EPSG:4490
 * @param accuracyMetres what the receiver said
 * @param crs the system it was given in; platforms give shifted ones
 */
public record ShopPosition(LonLat at, OptionalDouble accuracyMetres, PositionSource source, String crs) {}
