/** Documents: one simple model, filled from text templates, set in pages, written as PDF and as Word file. */
@NullMarked
package cn.diming.core.document;

import org.jspecify.annotations.NullMarked;
