package org.xiangpei.recognition.figures.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.PageLinks;

/** The recognitions behind a figure of expiries ahead. */
record ExpiringView(String title, String days, String total, List<Row> rows, PageLinks links, String back) {

    record Row(
            String code,
            String name,
            String firmCode,
            String firm,
            String city,
            String until,
            @Nullable String renewal,
            String renewalState) {}
}
