package cn.diming.tiles.poster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.tiles.sheet.canvas.DisplayList;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.PngCanvas;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PosterTest {

    private static final URI LINK = URI.create("https://diming.example.gov.cn/s/95993");

    private static Poster poster(String name) {
        return Poster.of(name, "餐饮", LINK)
                .address("广东省广州市南沙区东涌镇大稳村", "大稳路12号")
                .hours(Optional.of("每天 09:00–14:00、17:00–21:00"))
                .phone(Optional.of("020-34901234"))
                .products(List.of("鲩鱼生　68 元/斤"));
    }

    private static String words(DisplayList page) {
        return page.ops().stream()
                .filter(Op.Text.class::isInstance)
                .map(op -> ((Op.Text) op).whole())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aPosterTellsNamePlaceHoursAndProducts() {
        assertThat(words(poster("稳记鱼生馆").page()))
                .contains("稳记鱼生馆", "大稳路12号", "09:00–14:00", "020-34901234", "鲩鱼生", "扫一扫");
        assertThat(words(Poster.of("无名小店", "", LINK).page())).doesNotContain("营业时间", "电话");
    }

    @Test
    void aLongNameStaysOnThePaper() {
        DisplayList page = poster("东涌镇大稳村第三经济合作社稳记鱼生农家菜馆（大稳路总店）").page();
        page.ops().stream()
                .filter(Op.Text.class::isInstance)
                .map(Op.Text.class::cast)
                .forEach(text -> assertThat(text.font().width(text.whole()))
                        .as(text.whole())
                        .isLessThan(196));
    }

    @Test
    void aTelephoneReadsTheCode() throws Exception {
        BufferedImage image = PngCanvas.image(poster("稳记鱼生馆").page(), 100);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        assertThat(read(bitmap)).isEqualTo(LINK.toString());
    }

    private static String read(BinaryBitmap bitmap) throws Exception {
        try {
            return new QRCodeReader().decode(bitmap).getText();
        } catch (NotFoundException none) {
            return "no code found";
        }
    }
}
