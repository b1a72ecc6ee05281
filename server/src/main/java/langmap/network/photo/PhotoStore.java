package langmap.network.photo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import langmap.db.Tx;

/** Keeps and finds the photographs of works. */
final class PhotoStore {
    /** Gives the id of a work. */
    Optional<Long> findWork(Tx tx, String code) {
        return tx.handle().createQuery("select id from work where code = :code").bind("code", code).mapTo(Long.class).findOne();
    }

    int countPhotos(Tx tx, long work) {
        return tx.handle().createQuery("select count(*) from work_photo where work_id = :work").bind("work", work).mapTo(Integer.class).one();
    }

    /** Photographs of a work, the oldest first. */
    List<Map<String, Object>> listPhotos(Tx tx, long work) {
        return tx.handle().createQuery("""
                select sha256, caption, taken_on, width, height, sent_at from work_photo where work_id = :work
                order by taken_on nulls last, sent_at, sha256""")
            .bind("work", work)
            .map((row, context) -> {
                Map<String, Object> photo = new LinkedHashMap<>();
                photo.put("id", row.getString("sha256"));
                photo.put("caption", row.getString("caption"));
                photo.put("takenOn", row.getObject("taken_on", LocalDate.class));
                photo.put("width", row.getInt("width"));
                photo.put("height", row.getInt("height"));
                photo.put("sentAt", row.getTimestamp("sent_at").toInstant());
                return photo;
            }).list();
    }

    Optional<byte[]> findContent(Tx tx, long work, String sha256, boolean small) {
        return tx.handle().createQuery("select case when :small then thumbnail else content end from work_photo where work_id = :work and sha256 = :sha256")
            .bind("small", small).bind("work", work).bind("sha256", sha256).mapTo(byte[].class).findOne();
    }

    /** True if it was not there yet. */
    boolean insertPhoto(Tx tx, long work, Picture picture, String caption, LocalDate takenOn) {
        tx.touch("network");
        return tx.handle().createUpdate("""
                insert into work_photo (work_id, sha256, content, thumbnail, width, height, caption, taken_on)
                values (:work, :sha256, :content, :thumbnail, :width, :height, :caption, :takenOn)
                on conflict (work_id, sha256) do nothing""")
            .bind("work", work).bind("sha256", picture.sha256()).bind("content", picture.content()).bind("thumbnail", picture.thumbnail())
            .bind("width", picture.width()).bind("height", picture.height()).bind("caption", caption).bind("takenOn", takenOn).execute() == 1;
    }

    /** True if it was there. */
    boolean deletePhoto(Tx tx, long work, String sha256) {
        tx.touch("network");
        return tx.handle().createUpdate("delete from work_photo where work_id = :work and sha256 = :sha256").bind("work", work).bind("sha256", sha256)
            .execute() == 1;
    }
}
