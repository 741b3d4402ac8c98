package org.xiangpei.catalog.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.imports.UploadSummary;
import org.xiangpei.catalog.web.ImportView.Fact;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.UploadState;
import org.xiangpei.shared.web.Figures;

/** What an import is, in words: its line in the list and the facts at the head of its page. */
final class ImportHeads {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ImportHeads() {}

    static ImportRow row(UploadSummary upload) {
        return new ImportRow(
                upload.code(),
                upload.fileName(),
                Labels.of(upload.state()),
                switch (upload.state()) {
                    case PREVIEWED -> "documented";
                    case APPLIED -> "pass";
                    case UNDONE -> "unknown";
                },
                upload.uploader().organizationName(),
                upload.uploader().name(),
                time(upload.uploadedAt()),
                counts(upload),
                upload.state() == UploadState.APPLIED && !upload.changesNothing());
    }

    private static String counts(UploadSummary upload) {
        String counts = "新增 %s，改动 %s".formatted(Figures.number(upload.added()), Figures.number(upload.changed()));
        return upload.errorCount() == 0 ? counts : counts + "，错误 " + Figures.number(upload.errorCount());
    }

    static List<Fact> facts(UploadSummary upload) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("上传", who(upload.uploader().name(), upload.uploadedAt())));
        facts.add(new Fact("单位", upload.uploader().organizationName()));
        if (upload.appliedAt() != null) {
            facts.add(new Fact("导入", who(upload.appliedByName(), upload.appliedAt())));
        }
        if (upload.undoneAt() != null) {
            facts.add(new Fact("撤销", who(upload.undoneByName(), upload.undoneAt())));
        }
        return facts;
    }

    private static String who(@Nullable String name, Instant at) {
        return (name == null ? "" : name + "，") + time(at);
    }

    private static String time(Instant at) {
        return Moments.minute(at, ZONE);
    }
}
