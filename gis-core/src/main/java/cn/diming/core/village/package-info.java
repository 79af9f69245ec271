/** Villages as people from elsewhere meet them: names with their stories, 地名+ (produce, sights, stays, parcels), shops, facilities. */
@NullMarked
package cn.diming.core.village;

import org.jspecify.annotations.NullMarked;
