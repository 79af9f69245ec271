/** Work that goes on behind the answers: one job after the other. */
@NullMarked
package cn.diming.api.job;

import org.jspecify.annotations.NullMarked;
