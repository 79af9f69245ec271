package cn.diming.api.board;

import cn.diming.api.answer.Divisions;
import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.generated.model.Board;
import cn.diming.api.generated.model.BoardAmount;
import cn.diming.api.generated.model.BoardArea;
import cn.diming.api.generated.model.BoardFigure;
import cn.diming.api.generated.model.BoardMonths;
import cn.diming.api.generated.model.BoardOutline;
import cn.diming.api.generated.model.BoardOutlineProperties;
import cn.diming.api.generated.model.BoardOutlines;
import cn.diming.api.generated.model.BoardPlatform;
import cn.diming.api.generated.model.BoardShare;
import cn.diming.api.generated.model.BoardStock;
import cn.diming.api.generated.model.BoardTarget;
import cn.diming.api.generated.model.BoardTargets;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.board.AreaOutline;
import cn.diming.core.board.BoardYear;
import cn.diming.core.board.Figure;
import cn.diming.core.board.Share;
import cn.diming.core.board.Stock;
import cn.diming.core.casework.CaseState;
import cn.diming.core.collect.MapPlatform;
import cn.diming.core.inspection.RoundState;
import cn.diming.core.plate.PlateStatus;
import cn.diming.core.record.Refused;
import cn.diming.core.region.Division;
import cn.diming.core.sign.SignStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The board in the contract's words. */
final class BoardDtos {

    private static final int DECIMALS = 6;

    static Board board(BoardYear year, List<Division> chain, Actor actor) {
        String prefix = chain.getLast().code().prefix();
        return new Board()
                .year(year.period().year())
                .asOf(year.period().knownOn())
                .area(area(year.area()))
                .chain(Divisions.refs(chain.stream()
                        .filter(division -> actor.covers(division.code().prefix()))
                        .toList()))
                .months(Stream.of(Figure.values())
                        .map(figure -> new BoardMonths()
                                .figure(BoardFigure.valueOf(figure.name()))
                                .title(figure.title())
                                .unit(figure.unit())
                                .months(year.monthsOf(figure)))
                        .toList())
                .below(year.below().stream().map(BoardDtos::area).toList())
                .stocks(year.stocks().stream().map(BoardDtos::stock).toList())
                .platforms(year.platforms().stream()
                        .map(platform ->
                                new BoardPlatform().name(title(platform.name())).taken(share(platform.taken())))
                        .toList())
                .overdue(year.overdue())
                .mayTarget(AccessPolicy.allows(actor.role(), Action.SET_TARGET) && actor.covers(prefix));
    }

    private static BoardArea area(cn.diming.core.board.BoardArea area) {
        return new BoardArea()
                .division(area.divisionCode())
                .name(area.name())
                .amounts(Stream.of(Figure.values())
                        .map(figure -> new BoardAmount()
                                .figure(BoardFigure.valueOf(figure.name()))
                                .amount(area.amount(figure))
                                .target(target(area, figure)))
                        .toList())
                .named(share(area.named()))
                .signed(share(area.signed()));
    }

    private static @Nullable Long target(cn.diming.core.board.BoardArea area, Figure figure) {
        return area.target(figure).isPresent() ? area.target(figure).getAsLong() : null;
    }

    private static BoardShare share(Share share) {
        return new BoardShare().part(share.part()).whole(share.whole()).ratio(share.ratio());
    }

    private static String title(String platform) {
        return Stream.of(MapPlatform.values())
                .filter(one -> one.name().equals(platform))
                .map(MapPlatform::title)
                .findFirst()
                .orElse(platform);
    }

    private static BoardStock stock(Stock stock) {
        return new BoardStock()
                .subject(BoardStock.SubjectEnum.valueOf(stock.subject().name()))
                .subjectTitle(stock.subject().title())
                .state(stock.state())
                .stateTitle(title(stock))
                .amount(stock.amount());
    }

    /** The state's title; what an import brought under a word of its own keeps it. */
    private static String title(Stock stock) {
        return switch (stock.subject()) {
            case DOOR_PLATE ->
                PlateStatus.find(stock.state()).map(PlateStatus::title).orElse(stock.state());
            case SIGN -> SignStatus.find(stock.state()).map(SignStatus::title).orElse(stock.state());
            case SHOP -> shop(stock.state());
            case NAMING_CASE -> CaseState.valueOf(stock.state()).title();
            case INSPECTION_ROUND -> RoundState.valueOf(stock.state()).title();
        };
    }

    static BoardOutlines outlines(List<AreaOutline> areas) {
        return new BoardOutlines()
                .type(BoardOutlines.TypeEnum.FEATURE_COLLECTION)
                .features(areas.stream()
                        .map(area -> new BoardOutline()
                                .type(BoardOutline.TypeEnum.FEATURE)
                                .properties(new BoardOutlineProperties()
                                        .code(area.divisionCode())
                                        .name(area.name()))
                                .geometry(GeoJson.write(area.area(), OutputCrs.parse("EPSG:4490", DECIMALS))))
                        .toList());
    }

    /** @throws Refused when a figure has two targets */
    static Map<Figure, Long> targets(BoardTargets wanted) {
        Map<Figure, Long> amounts = new EnumMap<>(Figure.class);
        for (BoardTarget target : wanted.getItems()) {
            Figure figure = Figure.valueOf(target.getFigure().name());
            if (amounts.put(figure, target.getAmount()) != null) {
                throw new Refused(List.of("“" + figure.title() + "”的目标给了两次"));
            }
        }
        return amounts;
    }

    private static String shop(String state) {
        return switch (state) {
            case "PUBLISHED" -> "已公开";
            case "PENDING" -> "待核实";
            case "RETURNED" -> "已退回";
            case "REJECTED" -> "未通过";
            case "CLOSED", "RETIRED" -> "已停业";
            case "DRAFT" -> "未提交";
            default -> state;
        };
    }

    private BoardDtos() {}
}
