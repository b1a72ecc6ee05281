package langmap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import langmap.db.TestFolder;

/** nginx, which passes on files: how fast bytes can be sent at all. */
final class Nginx implements AutoCloseable {
    private static final String CONFIGURATION = """
        %s
        daemon off;
        worker_processes auto;
        pid %2$s/pid;
        error_log %2$s/error.log;
        events { worker_connections 128; }
        http {
          access_log off;
          sendfile on;
          tcp_nopush on;
          open_file_cache max=100;
          keepalive_requests 1000000000;
          client_body_temp_path %2$s/body; proxy_temp_path %2$s/proxy; fastcgi_temp_path %2$s/fastcgi; uwsgi_temp_path %2$s/uwsgi; scgi_temp_path %2$s/scgi;
          server { listen 127.0.0.1:%3$d; root %2$s; }
        }
        """;

    private final Path folder;
    private final int port;
    private final Process process;

    private Nginx(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    private static Optional<Path> program() {
        return Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":")).map(one -> Path.of(one).resolve("nginx")).filter(Files::isExecutable).findFirst();
    }

    static boolean isHere() {
        return program().isPresent();
    }

    static Nginx start() {
        try {
            Path folder = TestFolder.make("langmap-nginx-");
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
            Path configuration = Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(user, folder, port));
            Process process = new ProcessBuilder(program().orElseThrow().toString(), "-c", configuration.toString(), "-e", folder.resolve("error.log").toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("out.log").toFile()).start();
            Nginx nginx = new Nginx(folder, port, process);
            nginx.await();
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await() throws IOException {
        while (true) {
            try {
                new Socket("127.0.0.1", port).close();
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    throw new IOException("nginx ended: " + Files.readString(folder.resolve("out.log")), e);
                }
                Thread.onSpinWait();
            }
        }
    }

    /** Serves bytes as a file. */
    Load serving(byte[] bytes, int connections) {
        try {
            Files.write(folder.resolve("answer"), bytes);
            return new Load(port, List.of("/answer"), null, true, connections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        TestFolder.remove(folder);
    }
}
