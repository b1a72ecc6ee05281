package langmap.http;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import langmap.problem.Problem;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns failures into RFC 9457 answers. A 4xx says how to do it right; a 5xx says nothing but the trace id. */
final class ProblemAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final String UNREADABLE = "The request cannot be read. Use GET, and percent-encode the address and its parameters as UTF-8.";

    private ProblemAnswers() {
    }

    static Answer of(Throwable failure, String path, String traceId) {
        if (failure instanceof Problem problem) {
            return answer(problem, path, traceId);
        }
        LOG.error("trace {} {}", traceId, path, failure);
        return answer(Problem.of(Problem.Kind.INTERNAL,
            "Please try again; if it stays, tell us the trace id " + traceId + "."), path, traceId);
    }

    private static Answer answer(Problem problem, String path, String traceId) {
        Problem.Kind kind = problem.kind();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:langmap:problem:" + kind.code);
        body.put("title", kind.title);
        body.put("status", kind.status);
        body.put("detail", problem.getMessage());
        body.put("instance", path);
        body.put("traceId", traceId);
        if (!problem.faults().isEmpty()) {
            body.put("errors", problem.faults().stream().map(fault -> Map.of("parameter", fault.field(),
                "detail", fault.detail(), "remedy", fault.remedy())).toList());
        }
        Answer answer = Answer.json(Answer.PROBLEM, body).status(kind.status).keep(Answer.Keep.NEVER);
        return kind == Problem.Kind.UNAUTHENTICATED ? answer.header("WWW-Authenticate", "Bearer realm=\"LangMap\"") : answer;
    }

    /** Answers what never becomes a request that can be handled: a broken line, a forbidden character, headers too large. */
    static final class Unreadable extends ErrorHandler {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            int code = request.getAttribute(ERROR_STATUS) instanceof Integer status ? status : response.getStatus();
            response.setStatus(code);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answer.PROBLEM);
            byte[] body = Answer.json(Answer.PROBLEM, Map.of("type", "about:blank", "title", HttpStatus.getMessage(code), "status", code,
                "detail", UNREADABLE)).body();
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }
}
