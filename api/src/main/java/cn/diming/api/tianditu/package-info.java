/** The interface of 天地图's geocoder and name search, so that viewers written for it need only another host. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.tianditu;
