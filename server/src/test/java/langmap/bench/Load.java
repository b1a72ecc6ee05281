package langmap.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks for addresses again and again, in turn, over some connections that stay open, as a proxy or a browser would.
 *
 * @param port        of the server on this machine
 * @param paths       what is asked for
 * @param etag        asks whether the one address is still this, null does not
 * @param zipped      whether the answer may be compressed
 * @param connections how many ask at a time
 */
record Load(int port, List<String> paths, String etag, boolean zipped, int connections) {
    /** The head of an answer, as far as it matters. */
    private record Head(int status, String etag, int length) {
    }

    /** Answers a second. */
    double perSecond(double seconds) {
        AtomicLong asked = new AtomicLong();
        AtomicLong answers = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> ask(end, asked, answers));
            thread.start();
            threads.add(thread);
        }
        threads.forEach(Load::join);
        return answers.get() / ((System.nanoTime() - begin) / 1e9);
    }

    /** The same, asking whether it is still what it is now. */
    Load revalidating() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request(paths.get(0)));
            return new Load(port, paths, readAnswer(new BufferedInputStream(socket.getInputStream())).etag(), zipped, connections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + (zipped ? "Accept-Encoding: gzip\r\n" : "") + (etag == null ? "" : "If-None-Match: " + etag + "\r\n") + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    }

    private void ask(long end, AtomicLong asked, AtomicLong answers) {
        List<byte[]> requests = paths.stream().map(this::request).toList();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(requests.get((int) (asked.getAndIncrement() % requests.size())));
                readAnswer(in);
                answers.incrementAndGet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Head readAnswer(InputStream in) throws IOException {
        String status = readLine(in);
        if (!status.startsWith(etag == null ? "HTTP/1.1 200" : "HTTP/1.1 304")) {
            throw new IOException(paths + " answered " + status);
        }
        int length = 0;
        String tag = null;
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = line.substring(line.indexOf(':') + 1).strip();
            length = name.equals("content-length") ? Integer.parseInt(value) : length;
            tag = name.equals("etag") ? value : tag;
        }
        Head head = new Head(etag == null ? 200 : 304, tag, length);
        in.skipNBytes(head.status() == 304 ? 0 : length);
        return head;
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            line.append((char) b);
        }
        return line.toString().strip();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
