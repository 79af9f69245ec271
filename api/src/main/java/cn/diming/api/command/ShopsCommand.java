package cn.diming.api.command;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.collect.FieldCollection;
import cn.diming.core.collect.MapPlatform;
import cn.diming.core.contact.CodeLimits;
import cn.diming.core.contact.ContactCodes;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaLimits;
import cn.diming.core.platform.PlatformBundles;
import cn.diming.core.record.Refused;
import cn.diming.core.shop.Shops;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code diming shops bundle}: packages for map platforms as files. */
@Command(
        name = "shops",
        description = {"乡村店铺", "Shops of the villages."},
        subcommands = ShopsCommand.Bundle.class)
final class ShopsCommand extends DatabaseCommand implements Runnable {

    @Override
    public void run() {
        spec().commandLine().usage(out());
    }

    /** Photos are read from the data folder, where a server without other settings keeps them. */
    @Command(
            name = "bundle",
            description = {"导出尚未提交给地图平台的店铺（ZIP）", "Write a package of shops for a map platform."})
    static final class Bundle implements Callable<Integer> {

        @ParentCommand
        ShopsCommand parent = new ShopsCommand();

        @Option(
                names = "--platform",
                required = true,
                paramLabel = "平台",
                description = "AMAP、TENCENT、BAIDU 或 TIANDITU (map platform)")
        MapPlatform platform = MapPlatform.AMAP;

        @Option(
                names = "--division",
                paramLabel = "区划",
                defaultValue = "",
                description = "区划代码前缀，缺省为全部 (division-code prefix)")
        String division = "";

        @Option(names = "--out", required = true, paramLabel = "文件", description = "写到哪个文件 (file to write)")
        Path target = Path.of("bundle.zip");

        @Override
        public Integer call() throws IOException {
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            int count;
            try (Core core = parent.root().open()) {
                Media media = new Media(core.mediaSetting(), parent.root().data.resolve("media"), MediaLimits.USUAL);
                Shops shops = new Shops(
                        core.shopSetting(),
                        media,
                        new ContactCodes(core.db(), core.clock(), CodeLimits.USUAL, Optional.empty()));
                FieldCollection collection = new FieldCollection(core.collectionSetting(), media);
                count = new PlatformBundles(shops, media, core.divisions(), collection.submissions())
                        .writeAll(Actor.OPERATOR, division, platform, zip);
            } catch (Refused none) {
                throw new CommandRefused(String.join("；", none.faults()));
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
                zip.writeTo(out);
            }
            parent.out().printf("%s：%d 家店铺，已写入 %s%n", platform.title(), count, target);
            parent.out().flush();
            return 0;
        }
    }
}
