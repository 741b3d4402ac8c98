package org.xiangpei.notification;

import org.junit.jupiter.api.Test;

import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What names hold never becomes a header, a second line or a way elsewhere. */
class SubjectsTest {

    @Test
    void aSubjectIsOneLineWhateverANameHolds() {
        assertThat(Subjects.oneLine("登记：甲厂\r\nBcc: all@example.com\0\u2028x"))
                .isEqualTo("登记：甲厂 Bcc: all@example.com x");
        assertThat(Subjects.oneLine("长".repeat(500))).hasSize(120).endsWith("…");
        assertThat(Subjects.oneLine("😀".repeat(500)).codePointCount(0, 239)).isEqualTo(120);
    }

    @Test
    void aNoticeIsCutNotRefused() {
        var notice =
                new Notice(NoticeKind.SECURITY, "x", "1", "标\n题".repeat(200), "\ud800" + "文".repeat(2000), "/desk");
        assertThat(notice.title()).hasSize(Notice.LONGEST_TITLE).doesNotContain("\n");
        assertThat(notice.text()).hasSize(Notice.LONGEST_TEXT).startsWith("文");
    }

    @Test
    void aNoticeLeadsToAPageOfOurs() {
        for (String path : new String[] {"https://example.com", "//example.com", "desk", ""}) {
            assertThatThrownBy(() -> new Notice(NoticeKind.SECURITY, "x", "1", "标题", "文", path))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anAddressIsShownToItsHolderOnly() {
        assertThat(OptOuts.masked("wang@example.com")).isEqualTo("w***@example.com");
        assertThat(OptOuts.masked("w@example.com")).isEqualTo("w***@example.com");
    }
}
