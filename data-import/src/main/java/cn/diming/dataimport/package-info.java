/** What comes in: files are opened, checked and handed to the services of the core. */
@org.jspecify.annotations.NullMarked
package cn.diming.dataimport;
