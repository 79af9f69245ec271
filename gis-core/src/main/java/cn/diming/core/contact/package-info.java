/** Whether somebody answers at a telephone number: codes that are sent to it and come back. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.contact;
