package cn.diming.core.sheet;

/**
 * A division of which there is to be a sheet.
 *
 * @param divisionCode 12 digits
 */
public record SheetTarget(String divisionCode, String name) {}
