/** The interface of Nominatim 5, so that its clients need not be changed. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.nominatim;
