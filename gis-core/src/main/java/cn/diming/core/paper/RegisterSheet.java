package cn.diming.core.paper;

import cn.diming.core.document.FieldSet;
import cn.diming.core.document.Image;
import cn.diming.core.record.RegistrationForm;
import java.util.Map;
import java.util.Optional;

/**
 * A record of the register as the 登记表 of the national survey has it.
 *
 * @param values by the titles of {@link RegistrationForm}, without those that are empty
 * @param sketch its position among its neighbours
 */
public record RegisterSheet(Map<String, String> values, Optional<Image> sketch) {

    public RegisterSheet {
        values = Map.copyOf(values);
    }

    static final FieldSet<RegisterSheet> FIELDS = fields();

    private static FieldSet<RegisterSheet> fields() {
        FieldSet<RegisterSheet> fields = new FieldSet<>();
        for (RegistrationForm.Entry entry : RegistrationForm.fields()) {
            fields.text(entry.title(), sheet -> Optional.ofNullable(sheet.values.get(entry.title())));
        }
        return fields.figure("位置示意图", RegisterSheet::sketch);
    }
}
