package langmap.http;

import java.util.LinkedHashMap;
import java.util.Map;
import langmap.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns failures into RFC 9457 answers. A 4xx says how to do it right; a 5xx says nothing but the trace id. */
final class ProblemAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    static final String TYPE = "application/problem+json";

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
        return Answer.json(TYPE, body).status(kind.status).keep(Answer.Keep.NEVER);
    }
}
