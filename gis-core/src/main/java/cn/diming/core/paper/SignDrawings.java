package cn.diming.core.paper;

import cn.diming.core.document.FieldSet;
import cn.diming.core.document.Image;
import cn.diming.core.signage.Blade;
import cn.diming.core.signage.SignProfile.PlateSize;
import java.util.List;
import java.util.Optional;

/** The faces of all plates of a plan, 1:10. */
public record SignDrawings(String area, List<Face> faces) {

    public SignDrawings {
        faces = List.copyOf(faces);
    }

    /** A plate and the number of its post. */
    public record Face(int post, Blade blade, PlateSize size) {
        static final FieldSet<Face> FIELDS = new FieldSet<Face>()
                .plain("杆号", face -> Integer.toString(face.post))
                .plain("汉字", face -> face.blade.name())
                .plain("尺寸", face -> face.size.widthMillimetres() + "×" + face.size.heightMillimetres())
                .plain("颜色", face -> face.blade.colour().title())
                .figure("版面", Face::figure);

        private Optional<Image> figure() {
            return Optional.of(BladeFigure.draw(blade, size));
        }
    }

    static final FieldSet<SignDrawings> FIELDS = new FieldSet<SignDrawings>()
            .plain("范围", SignDrawings::area)
            .plain("块数", drawings -> Integer.toString(drawings.faces.size()))
            .list("各牌面", SignDrawings::faces, Face.FIELDS);
}
