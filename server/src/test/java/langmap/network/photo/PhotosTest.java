package langmap.network.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import langmap.Loads;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photographs of works: kept as pictures and nothing else, whatever was sent. */
final class PhotosTest {
    private static final String WORK = "/api/network/works/CT-2022-0001/photos";
    private static final String SECRET = "GPS 21.853N 106.761E of somebody";
    @RegisterExtension
    static final TestApp app = TestApp.own();

    /** Left half red, right half blue. */
    private static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? 0xff0000 : 0x0000ff);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A JPEG with what a camera writes into it: how it was held, the day, and more than is anybody's business. */
    private static byte[] fromACamera(int orientation, String day) {
        byte[] jpeg = picture("jpeg", 600, 400);
        byte[] exif = ByteBuffer.allocate(200).put("Exif\0\0MM".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 42).putInt(8)
            .putShort((short) 2)
            .putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0)
            .putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(38)
            .putInt(0)
            .putShort((short) 1).putShort((short) 0x9003).putShort((short) 2).putInt(20).putInt(60)
            .putInt(0).putInt(0)
            .put((day + " 10:00:00\0").getBytes(StandardCharsets.ISO_8859_1)).put(SECRET.getBytes(StandardCharsets.ISO_8859_1)).array();
        return ByteBuffer.allocate(jpeg.length + exif.length + 4).put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (exif.length + 2)).put(exif)
            .put(jpeg, 2, jpeg.length - 2).array();
    }

    private static JsonNode sent(byte[] file, String query) {
        HttpResponse<byte[]> answer = app.asAdmin("POST", WORK + query, file);
        assertThat(answer.statusCode()).as(TestApp.text(answer)).isEqualTo(201);
        return TestApp.tree(answer);
    }

    private static BufferedImage seen(String address) throws IOException {
        HttpResponse<byte[]> answer = app.get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private static boolean isRed(int colour) {
        return (colour >> 16 & 255) > 200 && (colour & 255) < 60;
    }

    @Test
    void aPhotographOfAPhoneHeldUprightStandsUprightAndTellsTheDayAndNothingElse() throws IOException {
        JsonNode sent = sent(fromACamera(6, "2022:09:30"), "?caption=N%E1%BB%81n%20%C4%91%C6%B0%E1%BB%9Dng");
        assertThat(sent.path("width").asInt()).isEqualTo(400);
        assertThat(sent.path("height").asInt()).isEqualTo(600);
        String address = WORK + "/" + sent.path("id").asText();
        BufferedImage image = seen(address);
        assertThat(isRed(image.getRGB(200, 10))).as("what was left is above").isTrue();
        assertThat(isRed(image.getRGB(200, 590))).isFalse();
        assertThat(TestApp.text(app.get(address))).doesNotContain("Exif", SECRET);
        JsonNode listed = app.json(WORK).path("rows").path(0);
        assertThat(listed.path("takenOn").asText()).isEqualTo("2022-09-30");
        assertThat(listed.path("caption").asText()).isEqualTo("Nền đường");
        assertThat(Loads.one(app.database(), "select row_to_json(work_photo)::text like '%GPS%' from work_photo")).isEqualTo("f");
        assertThat(app.json("/api/network/works?limit=5000").toString()).contains("\"photos\":1");
        assertThat(app.json("/ogc/collections/works/items?code=CT-2022-0001&f=json").at("/features/0/properties/photos").asInt()).isEqualTo(1);
        assertThat(app.asAdmin("POST", WORK, fromACamera(6, "2022:09:30")).statusCode()).as("the same once more").isEqualTo(200);
        assertThat(app.json(WORK).path("rows")).hasSize(1);
        assertThat(app.asAdmin("DELETE", address, null).statusCode()).isEqualTo(200);
        assertThat(app.get(address).statusCode()).isEqualTo(404);
        assertThat(app.asAdmin("DELETE", address, null).statusCode()).isEqualTo(404);
        assertThat(app.json(WORK).path("rows")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, true, true", "2, false, false", "3, false, false", "4, true, true", "5, true, false", "6, true, false", "7, false, true", "8, false, true"})
    void everyWayACameraCanBeHeldComesOutUpright(int orientation, boolean above, boolean below) throws IOException {
        String address = WORK + "/" + sent(fromACamera(orientation, "2022:09:30"), "").path("id").asText();
        BufferedImage image = seen(address);
        assertThat(isRed(image.getRGB(10, 10))).isEqualTo(above);
        assertThat(isRed(image.getRGB(10, image.getHeight() - 10))).isEqualTo(below);
        assertThat(app.asAdmin("DELETE", address, null).statusCode()).isEqualTo(200);
    }

    @Test
    void aLargePictureIsMadeSmallerHasASmallOneBesideItAndAnswers304() throws IOException {
        JsonNode sent = sent(picture("png", 5000, 2500), "?takenOn=2022-05-01");
        String address = WORK + "/" + sent.path("id").asText();
        assertThat(seen(address).getWidth()).isEqualTo(sent.path("width").asInt()).isEqualTo(2048);
        assertThat(seen(address + "?size=small").getWidth()).isEqualTo(320);
        HttpResponse<byte[]> answer = app.get(address);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, no-cache");
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(app.get(address, "If-None-Match", answer.headers().firstValue("ETag").orElseThrow()).statusCode()).isEqualTo(304);
        assertThat(app.asAdmin("DELETE", address, null).statusCode()).isEqualTo(200);
    }

    private static byte[] hostile(String name) {
        byte[] jpeg = fromACamera(1, "2022:09:30");
        byte[] png = picture("png", 50, 50);
        return switch (name) {
            case "empty" -> new byte[0];
            case "text" -> "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
            case "svg" -> "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
            case "gif" -> picture("gif", 5, 5);
            case "webp" -> "RIFF\1\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1);
            case "heic" -> "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
            case "cut jpeg" -> Arrays.copyOf(jpeg, jpeg.length - 900);
            case "cut png" -> Arrays.copyOf(png, png.length / 2);
            case "only a head" -> Arrays.copyOf(jpeg, 3);
            case "pdf in a jpeg" -> "\u00ff\u00d8\u00ff%PDF-1.7 and so on".getBytes(StandardCharsets.ISO_8859_1);
            case "jpeg in a png" -> ByteBuffer.wrap(Arrays.copyOf(png, 2000)).put(8, jpeg, 0, 1900).array();
            case "vast" -> ByteBuffer.wrap(png.clone()).putInt(16, 60_000).putInt(20, 60_000).putInt(29, crc(png)).array();
            case "of tomorrow" -> fromACamera(1, "2199:09:30");
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Checksum of the first chunk with its sides at 60,000. */
    private static int crc(byte[] png) {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(ByteBuffer.wrap(png.clone()).putInt(16, 60_000).putInt(20, 60_000).array(), 12, 17);
        return (int) crc.getValue();
    }

    @ParameterizedTest
    @CsvSource({"empty, 415, empty", "text, 415, no photograph", "svg, 415, no photograph", "gif, 415, GIF", "webp, 415, WebP", "heic, 415, HEIC", "cut jpeg, 400, cut off",
        "cut png, 400, cut off", "only a head, 400, cut off", "pdf in a jpeg, 400, damaged", "jpeg in a png, 400, damaged", "vast, 413, 60000 by 60000",
        "of tomorrow, 400, yet to come"})
    void whatIsNoPhotographIsANamedProblemAndNothingIsStored(String name, int status, String told) {
        HttpResponse<byte[]> answer = app.asAdmin("POST", WORK, hostile(name));
        assertThat(answer.statusCode()).as(TestApp.text(answer)).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(TestApp.text(answer)).contains(told).doesNotContain("Exception");
        assertThat(app.json(WORK).path("rows")).isEmpty();
    }

    @Test
    void bytesChangedAtRandomNeverHarm() {
        java.util.Random random = new java.util.Random(5);
        byte[] jpeg = picture("jpeg", 90, 60);
        byte[] png = picture("png", 90, 60);
        for (int i = 0; i < 60; i++) {
            byte[] bytes = (i % 2 == 0 ? jpeg : png).clone();
            for (int n = 0; n < 8; n++) {
                bytes[3 + random.nextInt(bytes.length - 3)] = (byte) random.nextInt();
            }
            assertThat(app.asAdmin("POST", WORK, bytes).statusCode()).isIn(200, 201, 400, 409, 413, 415);
        }
        app.json(WORK).path("rows").forEach(photo -> app.asAdmin("DELETE", WORK + "/" + photo.path("id").asText(), null));
    }

    @Test
    void aWorkThereIsNotHasNoPhotographs() {
        assertThat(app.asAdmin("POST", "/api/network/works/khong-co/photos", picture("png", 5, 5)).statusCode()).isEqualTo(404);
        assertThat(app.get("/api/network/works/khong-co/photos").statusCode()).isEqualTo(404);
        assertThat(app.asAdmin("POST", WORK, new byte[(16 << 20) + 1]).statusCode()).isEqualTo(413);
    }
}
