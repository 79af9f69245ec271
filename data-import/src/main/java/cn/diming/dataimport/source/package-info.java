/** Files as streams of rows: which layers a file holds and what each row says, in the file's own coordinates. */
@org.jspecify.annotations.NullMarked
package cn.diming.dataimport.source;
