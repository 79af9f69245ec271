package cn.diming.api.config;

import cn.diming.core.contact.MailGateway;
import cn.diming.core.media.MediaLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** All settings under {@code diming}; {@code docs/configuration.md} is made from this record. */
@ConfigurationProperties("diming")
public record DimingProperties(
        @Setting("数据目录：内嵌数据库、检索索引与导入报告都放在这里") @DefaultValue("data")
        Path data,

        @Setting("本单位规则档案的文件夹（*.yml，与随软件提供的同名即取代之）；不填则用数据目录下的 profiles") @Nullable
        Path profiles,

        @DefaultValue Database db,
        @Setting("网页标题") @DefaultValue("地名服务") String title,

        @Setting("对外的网址，如 https://diming.example.gov.cn；印在图上的二维码指向这里，不填则不印")
        java.net.@Nullable URI publicUrl,

        @Setting("是否为演示数据；为真时网页上处处注明“演示数据，纯属虚构”") @DefaultValue("false")
        boolean demo,

        @Setting("网页上的常驻提示") @Nullable String notice,
        @Setting("审图号，公开地图时须填") @Nullable String mapApprovalNumber,
        @Setting("数据日期，如 2026-01-01") java.time.@Nullable LocalDate dataDate,

        @Setting("对公众输出的坐标保留几位小数（度）；6 位约 0.1 米") @DefaultValue("6")
        int publicDecimals,

        @DefaultValue List<BaseMap> baseMaps,
        @DefaultValue List<Source> sources,

        @Setting("允许跨域读取公开接口的网站来源，如 https://www.example.gov.cn，* 为全部；缺省不允许") @DefaultValue
        List<String> corsOrigins,

        @Setting("反向代理的 IP 地址；只有来自这些地址的 X-Forwarded-* 头才被采信") @DefaultValue
        List<String> trustedProxies,

        @DefaultValue Session session,
        @DefaultValue Limits limits,
        @DefaultValue Geocode geocode,
        @DefaultValue Media media,
        @DefaultValue Contact contact,
        @DefaultValue Oidc oidc) {

    /** Where the bureau's own rule profiles are; the folder need not be there. */
    public Path profileFolder() {
        return profiles == null ? data.resolve("profiles") : profiles;
    }

    /** Where the records are. */
    public record Database(
            @Setting("PostGIS 数据库地址 postgresql://主机:端口/库名；不填则使用数据目录里的 GeoPackage 文件") @Nullable
            String url,

            @Setting("数据库用户，优先于地址中的用户") @Nullable String user,
            @Setting("数据库密码，优先于地址中的密码") @Nullable String password,
            @Setting("存放数据库密码的文件，优先于 password") @Nullable Path passwordFile) {
        @Override
        public String toString() {
            return "Database[…]"; // the address may hold a password
        }
    }

    /** A raster map that people may put under ours. */
    public record BaseMap(
            @Setting("编号，英文小写") String id,
            @Setting("名称") String name,

            @Setting("瓦片地址模板，含 {z}、{x}、{y}，可含 {s}；须为 CGCS2000 或 WGS 84 的 Web 墨卡托瓦片")
            String url,

            @Setting("叠在其上的注记瓦片的地址模板") @Nullable String annotationUrl,
            @Setting("{s} 的取值，每个字符一个") @Nullable String subdomains,
            @Setting("最小缩放级") @DefaultValue("0") int minZoom,
            @Setting("最大缩放级") @DefaultValue("18") int maxZoom,
            @Setting("版权说明") @Nullable String attribution) {}

    /** Where data came from, as the page tells. */
    public record Source(
            @Setting("来源名称") String name,
            @Setting("许可") @Nullable String licence,
            @Setting("网址") @Nullable String url,
            @Setting("说明") @Nullable String note) {}

    /** How long people stay signed in. */
    public record Session(
            @Setting("多久不操作即退出登录") @DefaultValue("8h") Duration idle,
            @Setting("登录后最长多久须重新登录") @DefaultValue("24h") Duration absolute) {}

    /** How often one address may ask. */
    public record Limits(
            @Setting("每个来源地址每分钟最多尝试登录几次") @DefaultValue("20")
            int loginsPerMinute,

            @Setting("每个来源地址每分钟最多检索几次；0 为不限") @DefaultValue("60000")
            int searchesPerMinute,

            @Setting("每个接口密钥每分钟最多检索几次；0 为不限") @DefaultValue("120000")
            int keySearchesPerMinute,

            @Setting("每个来源地址每分钟最多提几条公众意见") @DefaultValue("5")
            int commentsPerMinute,

            @Setting("全部来源地址合计每分钟最多收几条公众意见与匿名纠错") @DefaultValue("1200")
            int anonymousPerMinute,

            @Setting("每名采集员每分钟最多上报和上传几次") @DefaultValue("600")
            int collectionsPerMinute,

            @Setting("每个来源地址每分钟最多要几个手机验证码") @DefaultValue("5")
            int codesPerMinute,

            @Setting("全部来源每分钟最多发几个手机验证码") @DefaultValue("60")
            int codesPerMinuteInAll,

            @Setting("每名商户每分钟最多保存和上传几次") @DefaultValue("60") int merchantWritesPerMinute,

            @Setting("每个来源地址每分钟最多取几份海报或提交包") @DefaultValue("30")
            int papersPerMinute,

            @Setting("同时最多有多少网页收听瓦片变化") @DefaultValue("2000")
            int tileListeners) {}

    /** Tables of addresses that are looked up in the background. */
    public record Geocode(
            @Setting("批量地理编码的任务结束后，上传的表与结果保存多久，过后自动删除") @DefaultValue("7d")
            Duration keep) {}

    /** Photos and voice recordings. */
    public record Media(
            @Setting("存放照片、读音与协议文件的目录；不填则为数据目录下的 media。须与数据库一同备份") @Nullable
            Path folder,

            @Setting("一张照片、一份协议文件至多多少 MB；超过 20 时须同时提高 spring.servlet.multipart 的限制") @DefaultValue("20")
            int photoMegabytes,

            @Setting("一张照片至多多少百万像素") @DefaultValue("50") int photoMegapixels,
            @Setting("照片保存时长边至多多少像素") @DefaultValue("2560") int photoEdge,
            @Setting("一段录音至多多少 MB") @DefaultValue("10") int voiceMegabytes,
            @Setting("一段录音至多多长") @DefaultValue("3m") Duration voiceLength,

            @Setting("一条记录至多有多少张照片和录音，一个协议版本至多有多少份文件") @DefaultValue("100")
            int perRecord,

            @DefaultValue S3 s3) {

        private static final long MILLION = 1_000_000;

        public MediaLimits limits() {
            return new MediaLimits(
                    photoMegabytes * MILLION,
                    photoMegapixels * MILLION,
                    photoEdge,
                    voiceMegabytes * MILLION,
                    voiceLength,
                    perRecord);
        }
    }

    /** A store with the S3 protocol for photos and recordings. */
    public record S3(
            @Setting("与 S3 兼容的对象存储的地址，如 https://obs.example.com；不填则照片只存放在目录中")
            java.net.@Nullable URI endpoint,

            @Setting("区域；没有区域的存储不必填") @DefaultValue("us-east-1")
            String region,

            @Setting("桶名；桶须已建好，且不公开") @DefaultValue("diming")
            String bucket,

            @Setting("对象名的前缀，为空或以 / 结尾") @DefaultValue("") String prefix,
            @Setting("访问密钥的编号") @Nullable String keyId,
            @Setting("访问密钥") @Nullable String secret,

            @Setting("存放访问密钥的文件，优先于 secret") @Nullable Path secretFile) {
        @Override
        public String toString() {
            return "S3[" + endpoint + "]";
        }
    }

    /** How codes come to telephones. */
    public record Contact(
            @Setting("短信网关的地址，以 POST 接收手机号与验证码（JSON，带签名）；它与 mail.host 都不填则只有演示数据可用手机号登录，验证码写在日志里")
            java.net.@Nullable URI webhook,

            @Setting("短信网关的签名密钥") @Nullable String secret,

            @Setting("存放签名密钥的文件，优先于 secret") @Nullable Path secretFile,

            @DefaultValue Mail mail) {
        @Override
        public String toString() {
            return "Contact[" + webhook + ", " + mail + "]";
        }
    }

    /** A mail server whose letters reach telephones. */
    public record Mail(
            @Setting("邮件服务器的主机名：用能把邮件转成短信的网关发验证码；填了 webhook 则不用它") @Nullable
            String host,

            @Setting("邮件服务器的端口；0 为按 security 的惯例（NONE 25、STARTTLS 587、TLS 465）") @DefaultValue("0")
            int port,

            @Setting("连接的加密：STARTTLS、TLS，或 NONE（只用于同机房的服务器，此时不得填密码，本机除外）") @DefaultValue("STARTTLS")
            MailGateway.Security security,

            @Setting("登录邮件服务器的用户；不填则不登录") @Nullable String user,
            @Setting("登录邮件服务器的密码") @Nullable String password,

            @Setting("存放该密码的文件，优先于 password") @Nullable Path passwordFile,

            @Setting("发件地址，如 diming@example.gov.cn") @DefaultValue("")
            String from,

            @Setting("收件地址，{phone} 为手机号，如 {phone}@sms.example.gov.cn") @DefaultValue("")
            String to) {

        public Optional<MailGateway> gateway() {
            return Optional.ofNullable(host)
                    .map(server -> new MailGateway(
                            server,
                            port == 0 ? security.port() : port,
                            security,
                            Optional.ofNullable(user)
                                    .map(name -> new MailGateway.Login(
                                            name,
                                            SecretFile.read(passwordFile, password)
                                                    .orElse(""))),
                            from,
                            to));
        }

        @Override
        public String toString() {
            return "Mail[" + host + "]";
        }
    }

    /** The organisation's own sign-in service. */
    public record Oidc(
            @Setting("单位统一登录（OpenID Connect）的签发者地址；不填则不启用") @Nullable
            String issuer,

            @Setting("在统一登录中登记的客户端编号") @Nullable String clientId,
            @Setting("客户端密钥") @Nullable String clientSecret,

            @Setting("存放客户端密钥的文件，优先于 client-secret") @Nullable
            Path clientSecretFile) {
        @Override
        public String toString() {
            return "Oidc[" + issuer + "]";
        }
    }
}
