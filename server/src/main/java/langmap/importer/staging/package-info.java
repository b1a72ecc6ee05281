/**
 * Map files on their way into a layer: sent, checked into staging rows and issues, looked at, applied in one transaction or rejected, and undone.
 * Features bring their {@link langmap.importer.staging.TargetLayer}s; nothing touches a layer before it is applied.
 */
package langmap.importer.staging;
