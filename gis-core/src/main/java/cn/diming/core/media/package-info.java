/** Photos and voice recordings of records: cleaned, kept by content outside of the database, shown to whoever may see the record. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.media;
