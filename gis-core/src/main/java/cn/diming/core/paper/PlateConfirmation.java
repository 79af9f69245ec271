package cn.diming.core.paper;

import cn.diming.core.document.FieldSet;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A confirmation of a door number (门楼号确认书).
 *
 * @param authority who numbers the doors there: the police in Guangzhou
 * @param document its number
 * @param place in degrees, as people write them
 */
public record PlateConfirmation(
        String fullAddress,
        String street,
        String number,
        Optional<String> formerAddress,
        String divisions,
        Optional<String> place,
        String status,
        Optional<String> authority,
        Optional<String> document,
        LocalDate day) {

    static final FieldSet<PlateConfirmation> FIELDS = new FieldSet<PlateConfirmation>()
            .plain("完整地址", PlateConfirmation::fullAddress)
            .text("街路巷", paper -> Optional.of(paper.street).filter(name -> !name.isBlank()))
            .plain("号码", PlateConfirmation::number)
            .text("原地址", PlateConfirmation::formerAddress)
            .plain("所属政区", PlateConfirmation::divisions)
            .text("位置", PlateConfirmation::place)
            .plain("状态", PlateConfirmation::status)
            .text("编号机关", PlateConfirmation::authority)
            .text("文号", PlateConfirmation::document)
            .plain("日期", paper -> ChineseDate.of(paper.day));
}
