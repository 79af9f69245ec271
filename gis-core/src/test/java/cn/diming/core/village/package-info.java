@org.jspecify.annotations.NullMarked
package cn.diming.core.village;
