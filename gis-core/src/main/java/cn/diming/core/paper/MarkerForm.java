package cn.diming.core.paper;

import cn.diming.core.document.FieldSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The registration form of a boundary marker (界桩登记表, GB/T 17796-2009).
 *
 * @param number as painted on the marker
 * @param key the internal one
 * @param position in degrees, as people write them
 * @param managing who looks after it
 */
public record MarkerForm(
        String number,
        String key,
        String line,
        String kind,
        String status,
        Optional<String> position,
        Optional<String> height,
        Optional<String> survey,
        Optional<String> place,
        Optional<String> managing,
        Optional<String> material,
        Optional<String> faces,
        Optional<LocalDate> setOn,
        List<WitnessLine> witnesses,
        List<ProtectionBook.BookPicture> photos,
        LocalDate day) {

    public MarkerForm {
        witnesses = List.copyOf(witnesses);
        photos = List.copyOf(photos);
    }

    /** A witness object (方位物). */
    public record WitnessLine(String description, double bearingDegrees, double distanceMetres) {
        static final FieldSet<WitnessLine> FIELDS = new FieldSet<WitnessLine>()
                .plain("方位物", WitnessLine::description)
                .plain("方位角", line -> degrees(line.bearingDegrees))
                .plain("距离", line -> String.format(Locale.ROOT, "%.1f 米", line.distanceMetres));

        private static String degrees(double bearing) {
            long minutes = Math.round(bearing * 60);
            return String.format(Locale.ROOT, "%d°%02d′", minutes / 60, minutes % 60);
        }
    }

    static final FieldSet<MarkerForm> FIELDS = new FieldSet<MarkerForm>()
            .plain("界桩号", MarkerForm::number)
            .plain("内部编号", MarkerForm::key)
            .plain("界线", MarkerForm::line)
            .plain("类型", MarkerForm::kind)
            .plain("状态", MarkerForm::status)
            .text("坐标", MarkerForm::position)
            .text("高程", MarkerForm::height)
            .text("测定", MarkerForm::survey)
            .text("位置", MarkerForm::place)
            .text("管理方", MarkerForm::managing)
            .text("材质", MarkerForm::material)
            .text("各面注记", MarkerForm::faces)
            .text("埋设日期", form -> form.setOn.map(ChineseDate::of))
            .list("各方位物", MarkerForm::witnesses, WitnessLine.FIELDS)
            .list("各照片", MarkerForm::photos, ProtectionBook.BookPicture.FIELDS)
            .plain("日期", form -> ChineseDate.of(form.day));
}
