package cn.diming.api.answer;

import cn.diming.api.config.DimingProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The whole address of a page, for links that leave the service: codes on paper, pictures of shared pages. */
@Component
public final class SiteAddress {

    private final Optional<String> own;

    SiteAddress(DimingProperties properties) {
        this.own = Optional.ofNullable(properties.publicUrl())
                .map(url -> url.toString().replaceFirst("/+$", ""));
    }

    /** What stands before a path: the office's address where it is set, else the one that was asked; without a stroke at the end. */
    public String of(HttpServletRequest request) {
        return own.orElseGet(() ->
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString());
    }
}
