package org.lowland.io.format.crystal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lowland.api.InputException;
import org.lowland.api.system.Cell;

/**
 * The space group that a CIF names without giving its operations: these come from a library, and what the name leaves open
 * is said. A symbol of Hall is exact; one of Hermann and Mauguin may leave the origin open, a number the axes too. The
 * operations must leave the cell as it is, and be those of the number.
 *
 * @param hall the symbol of Hall; empty when it is not given
 * @param name the symbol of Hermann and Mauguin; empty when it is not given
 * @param number in the International Tables; 0 when it is not given
 * @param choice the coordinate system; empty when it is not given
 */
record SpaceGroupSymbol(String hall, String name, int number, String choice) {
    private static final Pattern CHOICE = Pattern.compile("(.*?)(?:\\s*:\\s*([12HhRr])|\\s+([HRSZ]))\\s*");
    private static final Pattern OLD_CUBIC = Pattern.compile("([PFI]\\s*[mnda]\\s*)(3.*)");

    /** Groups whose tables give two origins, the second one at a centre of inversion. */
    private static final Set<Integer> TWO_ORIGINS = Set.of(
            48, 50, 59, 68, 70, 85, 86, 88, 125, 126, 129, 130, 133, 134, 137, 138, 141, 142, 201, 203, 222, 224, 227,
            228);

    private static final Set<Integer> RHOMBOHEDRAL = Set.of(146, 148, 155, 160, 161, 166, 167);

    /** How far lengths squared and products of the cell's vectors may be off, as a part of the largest. */
    private static final double OFF = 2e-3;

    private static final double RIGHT = 0.5;

    /** What a CIF says; empty when that is P 1 or nothing. */
    static Optional<SpaceGroupSymbol> of(CifText text) {
        String hall = text.value("_space_group_name_hall", "_symmetry_space_group_name_hall", "_space_group.name_hall")
                .orElse("");
        String name = text.value(
                        "_symmetry_space_group_name_h-m",
                        "_space_group_name_h-m_alt",
                        "_symmetry.space_group_name_h-m",
                        "_space_group.name_h-m_alt")
                .orElse("");
        String number = text.value("_symmetry_int_tables_number", "_space_group_it_number", "_space_group.it_number")
                .orElse("0");
        String choice = text.value("_space_group_it_coordinate_system_code", "_space_group.it_coordinate_system_code")
                .orElse("");
        if (!number.matches("\\d{1,3}") || Integer.parseInt(number) > 230) {
            throw new InputException("there is no space group of the number " + number + "; there are 230");
        }
        SpaceGroupSymbol symbol =
                new SpaceGroupSymbol(hall.strip(), name.strip(), Integer.parseInt(number), choice.strip());
        return symbol.isTrivial() ? Optional.empty() : Optional.of(symbol);
    }

    private boolean isTrivial() {
        return (hall.isEmpty() || isP1(hall)) && (name.isEmpty() || isP1(name)) && number <= 1;
    }

    private static boolean isP1(String symbol) {
        return symbol.replaceAll("\\s+", "").equalsIgnoreCase("P1");
    }

    /** The library, where there is one. */
    static Optional<SpaceGroupTable> library() {
        return ServiceLoader.load(SpaceGroupTable.class, SpaceGroupTable.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(SpaceGroupTable::isThere)
                .findFirst();
    }

    /**
     * Its operations.
     *
     * @param table that knows them
     * @param cell of the crystal
     * @param doubts gets what the symbol leaves open
     * @throws InputException when no library is there, it does not know the symbol, or the cell has another symmetry
     */
    List<SymmetryOperation> operations(Optional<SpaceGroupTable> table, Cell cell, Consumer<String> doubts) {
        if (table.isEmpty()) {
            throw new InputException("the space group " + this + " is given without its operations; add them"
                    + " (_space_group_symop_operation_xyz), or put Jmol, which knows the groups, on the class path");
        }
        SpaceGroupTable.Setting setting = setting(table.get(), cell, doubts);
        if (number > 0 && setting.number() > 0 && setting.number() != number) {
            throw new InputException("the space group " + this + " contradicts itself: that symbol is of number "
                    + setting.number() + "; correct it, or add the operations (_space_group_symop_operation_xyz)");
        }
        List<SymmetryOperation> operations = new ArrayList<>(
                setting.operations().stream().map(SymmetryOperation::parse).toList());
        if (!SymmetryOperation.isGroup(operations)) {
            throw unknown();
        }
        if (!operations.stream().allMatch(operation -> operation.leaves(cell, OFF))) {
            throw new InputException("the cell does not have the symmetry of the space group " + this
                    + "; correct one of them, or add the operations (_space_group_symop_operation_xyz)");
        }
        return operations;
    }

    private SpaceGroupTable.Setting setting(SpaceGroupTable table, Cell cell, Consumer<String> doubts) {
        if (!hall.isEmpty()) {
            return table.hall(hall).orElseThrow(this::unknown);
        }
        if (name.isEmpty()) {
            doubts.accept("only the number " + number + " of the space group is given: its standard setting is taken");
        }
        Matcher given = CHOICE.matcher(name);
        boolean chosen = given.matches();
        String plain = clean(name.isEmpty() ? String.valueOf(number) : chosen ? given.group(1) : name);
        String which = chosen ? (given.group(2) == null ? given.group(3) : given.group(2)) : choice;
        SpaceGroupTable.Setting standard = found(table, plain);
        if (RHOMBOHEDRAL.contains(standard.number())) {
            boolean axes = which.equalsIgnoreCase("h") || which.equalsIgnoreCase("r");
            return found(table, plain + ":" + (axes ? which.toLowerCase(Locale.ROOT) : isHexagonal(cell) ? "h" : "r"));
        }
        if (!TWO_ORIGINS.contains(standard.number())) {
            return standard;
        }
        boolean first = which.equals("1") || which.equals("S");
        if (!first && !which.equals("2") && !which.equals("Z")) {
            doubts.accept(
                    "the space group " + this + " has two origins and the file says neither which nor the operations:"
                            + " the second, at a centre of inversion, is taken");
        }
        return found(table, plain + (first ? ":1" : ":2"));
    }

    private SpaceGroupTable.Setting found(SpaceGroupTable table, String symbol) {
        return table.named(symbol).orElseThrow(this::unknown);
    }

    private InputException unknown() {
        return new InputException("the space group " + this
                + " is not known by that symbol; add its operations (_space_group_symop_operation_xyz)");
    }

    /** Without the signs of subscripts, and with the bar that old symbols of cubic groups leave out. */
    private static String clean(String symbol) {
        String plain = symbol.replaceAll("[_()]", "").replaceAll("\\s+", " ").strip();
        Matcher old = OLD_CUBIC.matcher(plain);
        return old.matches() ? old.group(1) + "-" + old.group(2) : plain;
    }

    private static boolean isHexagonal(Cell cell) {
        double[] parameters = CellParameters.of(cell);
        return Math.abs(parameters[5] - 120) < RIGHT
                && Math.abs(parameters[3] - 90) < RIGHT
                && Math.abs(parameters[4] - 90) < RIGHT;
    }

    @Override
    public String toString() {
        String symbol = name.isEmpty() ? hall : name;
        String told = number > 0 ? " (" + number + ")" : "";
        return symbol.isEmpty() ? "number " + number : symbol + told;
    }
}
