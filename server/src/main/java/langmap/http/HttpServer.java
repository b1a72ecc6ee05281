package langmap.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import langmap.db.Actor;
import langmap.db.Database;
import langmap.problem.Problem;
import langmap.problem.StartupProblem;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Serves a table of routes and the static files. */
public final class HttpServer implements AutoCloseable {
    private static final Duration[] BUCKETS = {Duration.ofMillis(2), Duration.ofMillis(10), Duration.ofMillis(50),
        Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5)};

    /**
     * Where to listen and how others see us.
     *
     * @param host      address to listen on
     * @param port      port, 0 for any free one
     * @param publicUrl address others use, without a slash at the end; empty to take it from each request
     * @param cacheMb   megabytes of memory for answers that are kept
     * @param token     the administrator's token; empty if nobody may change anything
     */
    public record Settings(String host, int port, String publicUrl, int cacheMb, String token) {
    }

    /** What is timed together. */
    private record Outcome(Route.Method method, String route, String status) {
    }

    private final Map<Outcome, Timer> timers = new ConcurrentHashMap<>();
    private final Javalin javalin;
    private final Settings settings;
    private final Database database;
    private final List<Route> routes;
    private final Gate gate;
    private final AnswerCache cache;
    private final StaticFiles files = new StaticFiles();
    private final PrometheusMeterRegistry metrics;

    private HttpServer(Settings settings, ServerSocketChannel door, Database database, List<Route> routes, PrometheusMeterRegistry metrics) {
        this.settings = settings;
        this.database = database;
        this.routes = routes;
        this.gate = new Gate(settings.token());
        this.metrics = metrics;
        this.cache = new AnswerCache(database, (long) settings.cacheMb() << 20);
        this.javalin = Javalin.create(config -> configure(config, door));
    }

    /**
     * Starts listening.
     *
     * @throws StartupProblem if that is not possible there
     */
    public static HttpServer start(Settings settings, Database database, List<Route> routes,
                                   PrometheusMeterRegistry metrics) {
        HttpServer server = new HttpServer(settings, open(settings), database, routes, metrics);
        server.javalin.start();
        return server;
    }

    /**
     * Tries whether one could listen, before anything else is done in vain.
     *
     * @throws StartupProblem if that is not possible there
     */
    public static void refuseTakenPort(Settings settings) {
        try {
            open(settings).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opened by us, for the failures of a web server are many and speak of its inside. */
    private static ServerSocketChannel open(Settings settings) {
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        try {
            if (address.isUnresolved()) {
                throw new UnknownHostException(settings.host());
            }
            return ServerSocketChannel.open().bind(address);
        } catch (IOException e) {
            if (address.isUnresolved() || String.valueOf(e.getMessage()).contains("assign requested address")) {
                throw StartupProblem.of("This machine has no address “" + settings.host() + "”: correct LANGMAP_HOST (127.0.0.1 for this "
                    + "machine alone, 0.0.0.0 for others too).", e);
            }
            if (String.valueOf(e.getMessage()).contains("denied")) {
                throw StartupProblem.of("This user may not listen on port " + settings.port() + ": set LANGMAP_PORT to one above 1023.", e);
            }
            throw StartupProblem.of("Port " + settings.port() + " on " + settings.host()
                + " is in use. Stop the other program or set LANGMAP_PORT to a free port.", e);
        }
    }

    private static Connector connector(Server jetty, HttpConfiguration http, ServerSocketChannel door) {
        try {
            ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
            connector.open(door);
            return connector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config, ServerSocketChannel door) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = false;
        config.http.generateEtags = false;
        config.router.treatMultipleSlashesAsSingleSlash = false;
        config.jetty.addConnector((jetty, http) -> connector(jetty, http, door));
        config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new ProblemAnswers.Unreadable()));
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(true);
            http.setRequestHeaderSize(16 << 10);
        });
        for (Route route : routes) {
            config.routes.addHttpHandler(HandlerType.findOrCreate(route.method().name()), route.path(), context -> serve(context, route));
            if (route.method() == Route.Method.GET) {
                config.routes.addHttpHandler(HandlerType.HEAD, route.path(), context -> serve(context, route));
            }
        }
        config.routes.get("/*", this::serveFile);
        config.routes.head("/*", this::serveFile);
        config.routes.options("/*", context -> Sending.preflight(context, allowed(context)));
        for (HandlerType method : List.of(HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE)) {
            config.routes.addHttpHandler(method, "/*", this::refuseMethod);
        }
        config.routes.error(404, context -> {
            if (!Answer.PROBLEM.equals(context.res().getContentType())) {
                refuseMethod(context);
            }
        });
        config.routes.exception(Exception.class, (failure, context) -> fail(context, failure));
    }

    private void serve(Context context, Route route) {
        Timer.Sample sample = Timer.start(metrics);
        String outcome = "error";
        try {
            Actor actor = admit(context, route);
            Long version = route.edits() ? Sending.version(context) : null;
            Request.Address address = Sending.address(context, settings.publicUrl());
            Packed packed;
            try (Body.Content content = route.body().read(context)) {   // what was sent is off the disk before anybody is answered
                Supplier<Request> request = () -> Request.parse(route.params(),
                    new Request.Given(context.pathParamMap(), context.queryParamMap(), content, address, actor, version));
                packed = route.isKept() ? cache.answer(route, address, request) : answer(route, request.get());
            }
            if (packed.answer().file() != null) {
                Sending.sendFile(context, packed.answer());
            } else {
                Sending.send(context, packed, route.negotiates());
            }
            outcome = Integer.toString(context.statusCode());
        } catch (Error broken) {   // such as a library that cannot be loaded: nobody else would answer, or tell of it
            throw new IllegalStateException(broken);
        } finally {
            sample.stop(timers.computeIfAbsent(new Outcome(route.method(), route.path(), outcome), this::timer));
        }
    }

    private Timer timer(Outcome of) {
        return Timer.builder("http.server.requests").tag("method", of.method().name()).tag("route", of.route()).tag("outcome", of.status())
            .serviceLevelObjectives(BUCKETS).register(metrics);
    }

    private Actor admit(Context context, Route route) {
        if (route.role() != Role.PUBLIC) {
            Sending.closeToElsewhere(context);
        }
        return gate.admit(route.role(), context.header("Authorization"));
    }

    private Packed answer(Route route, Request request) {
        Answer computed = switch (route.door()) {
            case NONE -> route.work().apply(request, null);
            case READ -> database.read(tx -> route.work().apply(request, tx));
            case WRITE -> database.change(request.actor(), tx -> route.work().apply(request, tx));
        };
        return Packed.of(route.role() == Role.PUBLIC ? computed : computed.keep(Answer.Keep.NEVER));
    }

    private void serveFile(Context context) {
        Packed file = files.find(context.path()).orElseThrow(() ->
            Problem.notFound("There is nothing at " + Params.shown(context.path()) + ". The routes are listed at /api/openapi.json."));
        context.header("Content-Security-Policy", files.contentSecurityPolicy());
        Sending.send(context, file, false);
    }

    private void refuseMethod(Context context) {
        String allowed = allowed(context);
        context.header("Allow", allowed);
        throw Problem.of(Problem.Kind.METHOD_NOT_ALLOWED, "This address takes " + allowed + ".");
    }

    /** The methods an address takes; what is no route may be a file. */
    private String allowed(Context context) {
        List<String> methods = routes.stream().filter(route -> route.isAt(context.path())).map(route -> route.method().name()).distinct().toList();
        boolean reads = methods.isEmpty() || methods.contains("GET");
        return Stream.concat(Stream.of(reads ? Sending.METHODS : "OPTIONS"), methods.stream().filter(method -> !method.equals("GET")))
            .collect(Collectors.joining(", "));
    }

    private void fail(Context context, Throwable failure) {
        Body.passOver(context);
        String traceId = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Sending.send(context, Packed.of(ProblemAnswers.of(failure, context.path(), traceId)), false);
    }
}
