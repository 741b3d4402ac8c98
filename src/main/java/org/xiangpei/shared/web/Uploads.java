package org.xiangpei.shared.web;

import java.io.InputStream;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;
import org.xiangpei.shared.tabular.TabularFiles;

/** What every endpoint does that takes tables in: reads the file, runs the import, and answers its outcome or the list of its errors. */
@ApplicationScoped
public class Uploads {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String PREVIEW = "preview";
    public static final String APPLY = "apply";
    public static final String MODES = PREVIEW + "|" + APPLY;
    public static final String WRONG_MODE = "应为 preview（试算）或 apply（导入）";

    /** The outcome of an upload, as it is answered in JSON. */
    public interface Outcome {
        List<RowError> errors();
    }

    /** Takes the tables of one upload in; what is wrong in a row is added to {@code errors}. */
    @FunctionalInterface
    public interface Import {

        /** @throws RuleViolation when what was sent cannot be taken in */
        Outcome run(List<Sheet> sheets, RowErrors errors);
    }

    private final TabularFiles files;

    Uploads(TabularFiles files) {
        this.files = files;
    }

    /**
     * A file in a form.
     *
     * @throws RuleViolation {@code file-empty} when the form has none
     */
    public Response take(@Nullable FileUpload file, HttpHeaders headers, Import work) {
        if (file == null) {
            throw new RuleViolation("file-empty", "请在表单字段 file 中提交一个文件。");
        }
        return answer(errors -> files.read(file.fileName(), file.uploadedFile(), errors), headers, work);
    }

    /** A file that is the body itself. */
    public Response take(String name, InputStream body, HttpHeaders headers, Import work) {
        return answer(errors -> files.read(name, body, errors), headers, work);
    }

    private Response answer(Function<RowErrors, List<Sheet>> read, HttpHeaders headers, Import work) {
        RowErrors errors = files.newErrors();
        List<Sheet> sheets = read.apply(errors);
        boolean csv = ErrorListResponse.wanted(headers);
        try {
            Outcome outcome = work.run(sheets, errors);
            return csv
                    ? ErrorListResponse.of(200, outcome.errors())
                    : Response.ok(outcome, MediaType.APPLICATION_JSON_TYPE).build();
        } catch (RuleViolation violation) {
            if (csv && !errors.isEmpty()) {
                return ErrorListResponse.of(422, errors.list());
            }
            throw violation;
        }
    }
}
