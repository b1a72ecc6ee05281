package langmap.http;

/** Who may call a route. */
public enum Role {
    /** Anybody, without signing in; the answers may be kept by shared caches. */
    PUBLIC
}
