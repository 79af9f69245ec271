package cn.diming.core.sign;

/**
 * How many of the named streets have a sign that stands (有名就有标).
 *
 * @param divisionCode of a town or village, 12 digits
 */
public record Coverage(String divisionCode, long named, long signed) {

    /** 0 to 1; 1 where nothing needs a sign. */
    public double share() {
        return named == 0 ? 1 : (double) signed / named;
    }
}
