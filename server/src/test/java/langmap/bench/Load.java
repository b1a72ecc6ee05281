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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Asks for one address again and again over some connections that stay open, as a proxy or a browser would. */
final class Load {
    private Load() {
    }

    /**
     * What came of it.
     *
     * @param perSecond answers a second
     * @param bytes     bytes of the last answer's body, as sent
     */
    record Result(double perSecond, int bytes) {
    }

    /** After half the time again that is not counted. */
    static Result warm(int port, String path, int connections, double seconds) {
        run(port, path, connections, seconds / 2);
        return run(port, path, connections, seconds);
    }

    private static Result run(int port, String path, int connections, double seconds) {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        AtomicLong answers = new AtomicLong();
        AtomicInteger bytes = new AtomicInteger();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> ask(port, request, end, answers, bytes));
            thread.start();
            threads.add(thread);
        }
        threads.forEach(Load::join);
        return new Result(answers.get() / ((System.nanoTime() - begin) / 1e9), bytes.get());
    }

    private static void ask(int port, byte[] request, long end, AtomicLong answers, AtomicInteger bytes) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request);
                bytes.set(readAnswer(in));
                answers.incrementAndGet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int readAnswer(InputStream in) throws IOException {
        String status = readLine(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
        int length = -1;
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return length;
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
