package cn.diming.core.address;

import cn.diming.core.numbering.PlateNumber;
import cn.diming.core.numbering.SubStyle;
import cn.diming.core.text.HanNumber;
import java.util.Optional;

/** One habit of saying parts of an address otherwise than by the standard. */
enum SpokenForm {
    WITHOUT_SUFFIX {
        @Override
        String say(AddressPart part) {
            return switch (part.level()) {
                case PROVINCE, PREFECTURE, COUNTY -> shortened(part.text(), "省|市|区|县|自治区|自治州|特别行政区");
                case VILLAGE -> shortened(part.text(), "民委员会|委会").replaceAll("居$", "社区");
                default -> part.text();
            };
        }
    },
    HAN_NUMBERS {
        @Override
        String say(AddressPart part) {
            return number(part)
                    .map(number -> number.sub() == 0
                            ? HanNumber.format(number.main()) + "号"
                            : HanNumber.format(number.main()) + "号之" + HanNumber.format(number.sub()))
                    .orElse(part.text());
        }
    },
    DASHED {
        @Override
        String say(AddressPart part) {
            return number(part).map(number -> restyled(number, SubStyle.DASH)).orElse(part.text());
        }
    },
    ZHI {
        @Override
        String say(AddressPart part) {
            return number(part).map(number -> restyled(number, SubStyle.ZHI)).orElse(part.text());
        }
    },
    FU_SHORT {
        @Override
        String say(AddressPart part) {
            return number(part)
                    .filter(number -> number.sub() > 0)
                    .map(number -> number.main() + "号附" + number.sub())
                    .orElse(part.text());
        }
    },
    BUILDINGS {
        @Override
        String say(AddressPart part) {
            return switch (part.level()) {
                case BUILDING -> part.text().replaceAll("[栋幢座]$", "号楼");
                case UNIT -> part.text().replaceAll("单元$", "梯");
                case ROOM -> part.text().replaceAll("[房室]$", "");
                default -> part.text();
            };
        }
    };

    abstract String say(AddressPart part);

    private static Optional<PlateNumber> number(AddressPart part) {
        return part.level() == AddressLevel.NUMBER ? PlateNumber.find(part.text()) : Optional.empty();
    }

    private static String restyled(PlateNumber number, SubStyle style) {
        return new PlateNumber(number.main(), number.sub(), style).text();
    }

    private static String shortened(String text, String suffixes) {
        String stem = text.replaceAll("(" + suffixes + ")$", "");
        return stem.length() >= 2 ? stem : text;
    }
}
