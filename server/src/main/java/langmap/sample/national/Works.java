package langmap.sample.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import langmap.sample.SplitMix;

/** Writes the works of the country: roads hardened in 2022, wholly or by half, most of them accepted. Used by one thread. */
final class Works implements AutoCloseable {
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 20);

    private final Writer out;
    private int count;

    Works(Path file) {
        try {
            out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        put("code,kind,section_kind,section,from_m,to_m,state,starts_on,due_on,started_on,done_on,accepted_on,surface,cost_million,funding,title,note");
    }

    void add(String section, double metres, SplitMix random) {
        LocalDate due = FIRST.plusDays(random.nextInt(330));
        String stretch = random.nextDouble() < 0.5 ? "," : "0," + Math.round(metres / 2);
        boolean accepted = random.nextDouble() < 0.8;
        String start = due.minusDays(90).toString();
        put(String.join(",", "CT-" + ++count, "hardening", "road", section, stretch, accepted ? "accepted" : "planned", start, due.toString(),
            accepted ? start : "", accepted ? due.minusDays(5).toString() : "", accepted ? due.toString() : "", "concrete",
            Long.toString(Math.round(metres)), "F-1", "Cứng hóa " + section, "Số liệu minh họa"));
    }

    private void put(String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
